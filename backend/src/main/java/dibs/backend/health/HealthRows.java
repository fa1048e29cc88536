package dibs.backend.health;

import dibs.backend.environment.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The port to what was seen and what came of it; part of a transaction. Its size grows with changes, and not with looks. */
public interface HealthRows {
    /** Lets nobody else write of health until the transaction is over, in whatever process; the first thing to do before reading to write. */
    void alone();

    /** How all environments are that anybody ever looked at. */
    List<HealthState> states();

    /** How those are, without those that nobody ever looked at. */
    List<HealthState> states(Collection<EnvironmentId> environments);

    /** The probes of those. */
    List<ProbeState> probes(Collection<EnvironmentId> environments);

    /** The probes that read the state of a tree. */
    List<ProbeState> trees();

    /** Keeps what a probe says. */
    void put(ProbeState probe);

    /** Keeps how an environment is; a change of it where it is one. */
    void put(HealthState state, boolean changed);

    /** Keeps that something else runs there. */
    void put(DeployChange deploy);

    /** Environments with a probe of which nobody has heard in time and that still counts, longest silent first. */
    List<EnvironmentId> silent(Instant now, int limit);

    /** Environments that flapped and have been quiet since, longest first. */
    List<EnvironmentId> calm(Instant now, int limit);

    /** How the environment changed since then, oldest first, with the last change before. */
    List<HealthChange> changes(EnvironmentId environment, Instant since);

    /** What was deployed there since then, newest first. */
    List<DeployChange> deploys(EnvironmentId environment, Instant since);

    /** A number that is another one after each change. */
    long mark();

    /** Incidents that are open, or were closed since then, oldest first. */
    List<Incident> incidents(Instant closedSince);

    /** The last incident that the environment was part of, closed or not. */
    Optional<Incident> lastIncident(EnvironmentId environment);

    /** How many environments are part of that incident now. */
    int members(String incident);

    /** Keeps an incident, new or known, without its lines. */
    void put(Incident incident);

    /** Environments that are part of an incident and of which nothing is known now. */
    List<HealthState> unknownInIncidents();

    /** Closes an incident. */
    void close(String incident, Instant now);

    /** How many lines the incident has. */
    int lines(String incident);

    /** Keeps a line that is new. */
    void add(String incident, IncidentLine line);

    /** Forgets what is over for longer than that, some at once; how much that was. */
    int forget(Instant now, Duration after, int limit);
}
