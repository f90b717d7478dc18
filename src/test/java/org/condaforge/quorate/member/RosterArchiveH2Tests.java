package org.condaforge.quorate.member;

import org.condaforge.quorate.support.OnH2;

@OnH2
class RosterArchiveH2Tests extends RosterArchiveContract {}
