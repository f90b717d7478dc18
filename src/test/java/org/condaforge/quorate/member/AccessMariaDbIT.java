package org.condaforge.quorate.member;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class AccessMariaDbIT extends AccessContract {}
