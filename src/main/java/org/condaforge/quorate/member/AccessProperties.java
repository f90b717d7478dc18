package org.condaforge.quorate.member;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How access is followed up.
///
/// @param overdueAfter for how long an item of a checklist may be open
@ConfigurationProperties("quorate.access")
record AccessProperties(@DefaultValue("14d") Duration overdueAfter) {

    AccessProperties {
        if (overdueAfter.isNegative()) {
            throw new IllegalArgumentException("quorate.access.overdue-after is not negative, as in 14d");
        }
    }
}
