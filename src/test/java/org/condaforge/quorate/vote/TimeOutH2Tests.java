package org.condaforge.quorate.vote;

import org.condaforge.quorate.support.OnH2;

@OnH2
class TimeOutH2Tests extends TimeOutContract {}
