package org.condaforge.quorate.search;

import org.condaforge.quorate.support.OnH2;

@OnH2
class SearchH2Tests extends SearchContract {}
