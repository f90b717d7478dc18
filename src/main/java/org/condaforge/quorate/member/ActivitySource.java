package org.condaforge.quorate.member;

import java.util.List;

/// What a module has seen of members. None tells of sensitive votes.
public interface ActivitySource {

    /// The last of each kind that was seen of each member, in a number of statements that does not depend on
    /// how many members there are.
    List<Activity> last();
}
