/// Full-text search over the record: proposals, standard votes, decisions, minutes, action items, members and rules,
/// ranked and with excerpts. Keeps an index of its own beside the database, alike on every database; knows nothing of
/// sensitive votes, stores nothing and
/// decides nothing.
@NullMarked
@ApplicationModule(allowedDependencies = {"store", "policy", "member", "proposal", "vote", "meeting", "journal"})
package org.condaforge.quorate.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
