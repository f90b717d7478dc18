package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import org.springframework.data.repository.ListCrudRepository;

interface Meetings extends ListCrudRepository<Meeting, LocalDate> {}
