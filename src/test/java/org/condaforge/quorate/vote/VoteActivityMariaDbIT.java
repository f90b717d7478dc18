package org.condaforge.quorate.vote;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class VoteActivityMariaDbIT extends VoteActivityContract {}
