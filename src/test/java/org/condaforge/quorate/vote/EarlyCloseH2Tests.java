package org.condaforge.quorate.vote;

import org.condaforge.quorate.support.OnH2;

@OnH2
class EarlyCloseH2Tests extends EarlyCloseContract {}
