package org.condaforge.quorate.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The people of a test, named after trees, and the empty tables it begins with.
public final class Community {

    private static final LocalDate LONG_AGO = LocalDate.of(2019, 1, 1);

    private final DataSource database;
    private final MemberService members;
    private final JdbcClient jdbc;
    private final MutableClock clock;

    Community(DataSource database, MemberService members, JdbcClient jdbc, MutableClock clock) {
        this.database = database;
        this.members = members;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Empties every table, puts the clock back and signs out.
    public void clear() {
        SignIn.out();
        clock.set(MutableClock.START);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            String constraints = h2 ? "SET REFERENTIAL_INTEGRITY " : "SET FOREIGN_KEY_CHECKS = ";
            List<String> tables = tables(connection);
            statement.execute(constraints + "FALSE");
            for (String table : tables) {
                statement.execute("DELETE FROM " + table);
            }
            statement.execute(constraints + "TRUE");
        } catch (SQLException e) {
            throw new IllegalStateException("the tables could not be emptied", e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                if (!table.equals("flyway_schema_history")) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /// An active member.
    public MemberId active(String login) {
        return lay(login, Standing.ACTIVE);
    }

    /// An emeritus member.
    public MemberId emeritus(String login) {
        return lay(login, Standing.EMERITUS);
    }

    /// So many active members, with the first logins of [Trees].
    public List<MemberId> active(int count) {
        return IntStream.range(0, count).mapToObj(i -> active(Trees.login(i))).toList();
    }

    private MemberId lay(String login, Standing standing) {
        String name =
                Character.toUpperCase(login.charAt(0)) + login.substring(1).replace('-', ' ');
        return members.add(login, name, List.of(new StandingPeriod(standing, LONG_AGO, false, null, "test")));
    }

    /// How many rows of that table fulfil the condition (`1 = 1` for all).
    public int count(String table, String condition) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    /// The accounts of imports: each run adds to them, also where it changes nothing.
    private static final Set<String> ACCOUNTS = Set.of("import_run", "source", "source_file");

    /// All rows of all tables but the accounts of imports, as text: whether two states are the same.
    public Map<String, List<String>> everything() {
        try (Connection connection = database.getConnection()) {
            Map<String, List<String>> all = new java.util.TreeMap<>();
            for (String table : tables(connection)) {
                if (ACCOUNTS.contains(table)) {
                    continue;
                }
                all.put(
                        table,
                        jdbc
                                .sql("SELECT * FROM " + table)
                                .query((row, i) -> {
                                    List<String> cells = new ArrayList<>();
                                    for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
                                        cells.add(String.valueOf(row.getString(c)));
                                    }
                                    return String.join("|", cells);
                                })
                                .list()
                                .stream()
                                .sorted()
                                .toList());
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the tables could not be read", e);
        }
    }
}
