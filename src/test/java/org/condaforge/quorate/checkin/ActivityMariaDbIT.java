package org.condaforge.quorate.checkin;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class ActivityMariaDbIT extends ActivityContract {}
