package org.condaforge.quorate.source;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class RealVoteRecordMariaDbIT extends RealVoteRecordContract {}
