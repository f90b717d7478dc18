package org.condaforge.quorate.member;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface Members extends ListCrudRepository<Member, Long> {

    Optional<Member> findByLoginKey(String loginKey);

    List<Member> findByLoginKeyIn(List<String> loginKeys);
}
