package org.condaforge.quorate.proposal;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class ProposalAddingMariaDbIT extends ProposalAddingContract {}
