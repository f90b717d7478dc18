/// All views. They ask services for projections made for them and draw these; they hold no rules and no SQL.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "store",
            "rule",
            "seal",
            "policy",
            "member",
            "proposal",
            "vote",
            "checkin",
            "meeting",
            "insight",
            "journal",
            "search",
            "source",
            "security"
        })
package org.condaforge.quorate.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
