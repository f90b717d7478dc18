package org.condaforge.quorate.member;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class ProfileMariaDbIT extends ProfileContract {}
