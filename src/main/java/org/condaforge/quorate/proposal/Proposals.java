package org.condaforge.quorate.proposal;

import org.springframework.data.repository.ListCrudRepository;

interface Proposals extends ListCrudRepository<Proposal, Integer> {}
