package org.condaforge.quorate.member;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;

interface Members extends ListCrudRepository<Member, Long> {

    Optional<Member> findByLoginKey(String loginKey);

    /// Whoever has that login, or had it before another.
    @Query("""
            SELECT m.id, m.version, m.login, m.login_key, m.name, m.email FROM member m
            WHERE m.login_key = COALESCE((SELECT r.login_key FROM renamed_login r WHERE r.old_key = :key), :key)""")
    Optional<Member> findByAnyLogin(@Param("key") String key);

    List<Member> findByLoginKeyIn(List<String> loginKeys);
}
