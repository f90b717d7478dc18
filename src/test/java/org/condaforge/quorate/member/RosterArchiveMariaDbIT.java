package org.condaforge.quorate.member;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class RosterArchiveMariaDbIT extends RosterArchiveContract {}
