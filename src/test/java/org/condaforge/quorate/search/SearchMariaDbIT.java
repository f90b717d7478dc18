package org.condaforge.quorate.search;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class SearchMariaDbIT extends SearchContract {}
