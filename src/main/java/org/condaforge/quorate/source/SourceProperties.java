package org.condaforge.quorate.source;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Where repositories may come from, and how much of them.
///
/// @param hosts from which repositories are cloned, by HTTPS only
/// @param largestRepository on disk; fetching stops there
/// @param longestFetch how long fetching may take
/// @param stale a run that has not moved on for so long is taken for dead
@ConfigurationProperties("quorate.sources")
record SourceProperties(
        @DefaultValue("github.com") List<String> hosts,
        @DefaultValue("1GB") DataSize largestRepository,
        @DefaultValue("10m") Duration longestFetch,
        @DefaultValue("15m") Duration stale) {}
