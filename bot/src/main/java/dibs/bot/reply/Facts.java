package dibs.bot.reply;

import dibs.backend.environment.EnvironmentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer says in a form that scripts can read; what does not apply is absent.
 *
 * @param environment what a single name meant
 * @param items the lines of a list: leases, or named fields
 * @param suggestions ids, nearest first
 * @param code what {@code confirm} or {@code me link} wants to hear
 * @param verdict what the rules say
 * @param untidied whose clean-up is not confirmed
 * @param health what probes say, as named fields
 * @param openable of what stands here the shut gates that whoever asked may open, by what they were said of
 */
public record Facts(
        Optional<EnvironmentId> environment,
        Optional<LeaseView> lease,
        Optional<List<LeaseView>> leases,
        Optional<List<Object>> items,
        Optional<List<EnvironmentId>> suggestions,
        Optional<String> code,
        Optional<VerdictView> verdict,
        Optional<List<EnvironmentId>> untidied,
        Optional<Map<String, Object>> health,
        List<EnvironmentId> openable) {

    /** No facts at all. */
    public static final Facts NONE = new Facts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public Facts {
        leases = leases.map(List::copyOf);
        items = items.map(List::copyOf);
        suggestions = suggestions.map(List::copyOf);
        untidied = untidied.map(List::copyOf);
        health = health.map(fields -> Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
        openable = List.copyOf(openable);
    }

    /** The same with what a single name meant. */
    public Facts about(EnvironmentId id) {
        return new Facts(Optional.of(id), lease, leases, items, suggestions, code, verdict, untidied, health, openable);
    }

    /** The same with one lease. */
    public Facts with(LeaseView one) {
        return new Facts(
                environment, Optional.of(one), leases, items, suggestions, code, verdict, untidied, health, openable);
    }

    /** The same with several leases, the first of them also as the one. */
    public Facts with(List<LeaseView> several) {
        Optional<LeaseView> first = several.stream().findFirst();
        return new Facts(
                environment,
                lease.or(() -> first),
                Optional.of(several),
                items,
                suggestions,
                code,
                verdict,
                untidied,
                health,
                openable);
    }

    /** The same with several leases, none of them as the one. */
    public Facts withOnly(List<LeaseView> several) {
        return new Facts(
                environment,
                lease,
                Optional.of(several),
                items,
                suggestions,
                code,
                verdict,
                untidied,
                health,
                openable);
    }

    /** The same with the lines of a list. */
    public Facts listing(List<Map<String, Object>> lines) {
        return new Facts(
                environment,
                lease,
                leases,
                Optional.of(List.copyOf(lines)),
                suggestions,
                code,
                verdict,
                untidied,
                health,
                openable);
    }

    /** The same with leases as the lines of a list. */
    public Facts listingLeases(List<LeaseView> lines) {
        return new Facts(
                environment,
                lease,
                leases,
                Optional.of(List.copyOf(lines)),
                suggestions,
                code,
                verdict,
                untidied,
                health,
                openable);
    }

    /** The same with ids that may have been meant. */
    public Facts suggesting(List<EnvironmentId> ids) {
        return new Facts(
                environment, lease, leases, items, Optional.of(ids), code, verdict, untidied, health, openable);
    }

    /** The same with a code to type. */
    public Facts code(String toType) {
        return new Facts(
                environment,
                lease,
                leases,
                items,
                suggestions,
                Optional.of(toType),
                verdict,
                untidied,
                health,
                openable);
    }

    /** The same with a verdict. */
    public Facts with(VerdictView one) {
        return new Facts(
                environment, lease, leases, items, suggestions, code, Optional.of(one), untidied, health, openable);
    }

    /** The same with whose clean-up is not confirmed. */
    public Facts untidied(List<EnvironmentId> ids) {
        return new Facts(
                environment, lease, leases, items, suggestions, code, verdict, Optional.of(ids), health, openable);
    }

    /** The same with what probes say. */
    public Facts health(Map<String, Object> fields) {
        return new Facts(
                environment, lease, leases, items, suggestions, code, verdict, untidied, Optional.of(fields), openable);
    }

    /** The same with gates that whoever asked may open. */
    public Facts openable(List<EnvironmentId> gates) {
        return new Facts(environment, lease, leases, items, suggestions, code, verdict, untidied, health, gates);
    }
}
