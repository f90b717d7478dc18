package org.condaforge.quorate.meeting;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class AgendaMariaDbIT extends AgendaContract {}
