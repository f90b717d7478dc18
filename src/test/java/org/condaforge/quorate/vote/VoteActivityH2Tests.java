package org.condaforge.quorate.vote;

import org.condaforge.quorate.support.OnH2;

@OnH2
class VoteActivityH2Tests extends VoteActivityContract {}
