package org.condaforge.quorate.meeting;

import org.condaforge.quorate.support.OnH2;

@OnH2
class ActionH2Tests extends ActionContract {}
