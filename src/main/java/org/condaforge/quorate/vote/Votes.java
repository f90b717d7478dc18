package org.condaforge.quorate.vote;

import org.springframework.data.repository.ListCrudRepository;

interface Votes extends ListCrudRepository<Vote, Long> {}
