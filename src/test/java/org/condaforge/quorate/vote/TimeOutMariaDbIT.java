package org.condaforge.quorate.vote;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class TimeOutMariaDbIT extends TimeOutContract {}
