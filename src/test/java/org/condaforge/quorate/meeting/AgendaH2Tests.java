package org.condaforge.quorate.meeting;

import org.condaforge.quorate.support.OnH2;

@OnH2
class AgendaH2Tests extends AgendaContract {}
