package org.condaforge.quorate.meeting;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class ActionMariaDbIT extends ActionContract {}
