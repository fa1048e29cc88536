package dibs.backend.policy;

import static org.assertj.core.api.Assertions.fail;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.catalog.DibsConfig;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small catalog with rules as a file has them, of which one can ask in one line. */
final class Town {
    private static final String CATALOG = """
            catalog:
              base: none
              sources: {notes: {note: seen}}
              services: [{id: bank, title: Bank, source: notes}]
              environments:
                - {id: shop, kind: service, title: Shop, mode: none, tier: production}
                - {id: cafe, kind: service, title: Cafe, mode: none, tier: production}
                - {id: bank, kind: service, title: Bank, mode: none, tier: production, service: bank, owner: the bankers}
                - {id: till, kind: service, title: Till, mode: shared, tier: staging, service: bank, owner: ann's team}
                - {id: desk, kind: service, title: Desk, mode: shared, tier: staging, service: bank}
                - {id: mint, kind: service, title: Mint, mode: none, tier: dev}
                - {id: old, kind: service, title: Old, mode: none, tier: dev, retired: {since: 2026-11-01, use: [till]}}
                - id: trunk
                  kind: tree
                  title: Trunk
                  mode: none
                  levels: {scm: [{branch: main, level: 3}, {branch: try, level: 1}]}
              edges:
                - {from: shop, to: bank, sort: reads, evidence: used, source: notes}
                - {from: bank, to: cafe, sort: depends-on, evidence: wired, source: notes}
                - {from: cafe, to: mint, sort: depends-on, evidence: wired, source: notes}
                - {from: till, to: mint, sort: depends-on, evidence: permitted, source: notes}
                - {from: shop, to: desk, sort: copies-to, evidence: used, source: notes}
                - {from: desk, to: old, sort: depends-on, evidence: wired, source: notes}
                - {from: old, to: mint, sort: depends-on, evidence: wired, source: notes}
            policy:
              base: none
              revision: {by: ann, why: a town}
              accesses:
                read: {say: read from}
                write: {say: write to}
                copy: {say: copy to, implied: false}
              purposes:
                check: {say: checking, about: service, testing: true}
                testing: {say: testing, testing: true, wide: true}
                sell: {say: selling}
              facts:
                ticket: {values: [true, false], ask: whether there is a ticket}
                seat: {values: [a, b], ask: which seat}
                level: {values: ["1", "3"], settles: scm-level, ask: which level its branch has}
                format: {values: [], ask: which format}
              classes:
                open: {tier: production}
            """;
    private static final String SILENT = """
                NONE: {title: none, reason: 'Ask {owner}.', engine: silent}
                MORE: {title: more, reason: more is needed, engine: missing}
            """;

    private final DibsConfig config;
    private final Map<String, Moment> moments = new HashMap<>();
    private final List<Waiver> waivers = new ArrayList<>();

    private Town(String rest) {
        this.config = switch (ConfigLoader.parse("dibs.yaml", CATALOG + rest)) {
            case ConfigResult.Loaded loaded -> loaded.config();
            case ConfigResult.Faulty faulty -> fail(faulty.text());
        };
    }

    /** A town where that forbids, and nothing else does. */
    static Town forbidding(String condition) {
        return ruled("    R1: {title: one, reason: so, says: [{allow: {}}]}\n"
                + "    R2: {title: two, reason: not so, says: [{forbid: " + condition + "}]}\n");
    }

    /** A town with those lines under {@code rules:}. */
    static Town ruled(String rules) {
        return presuming("", rules);
    }

    /** A town that takes things for granted. */
    static Town presuming(String presumptions, String rules) {
        String head = presumptions.isEmpty() ? "" : "  presumptions:\n" + presumptions;
        return new Town(head + "  situations: {calm: {ticket: false}}\n  rules:\n" + rules + SILENT);
    }

    /** From now on this holds of it. */
    Town where(String id, Moment moment) {
        moments.put(id, moment);
        return this;
    }

    /** From now on there is an exception until then. */
    Town waiving(String rule, String consumer, String environment, Instant until) {
        waivers.add(new Waiver(
                "w-1",
                rule,
                new EnvironmentId(consumer),
                new EnvironmentId(environment),
                until,
                "the demo",
                "root",
                Instant.EPOCH));
        return this;
    }

    /** The verdict of "shop read bank ticket:true via cache": who, how (or -), what, facts, what lies between. */
    Verdict ask(String line) {
        return judge(line, Instant.EPOCH).verdict();
    }

    /** The verdict with what holds at that time. */
    Judged judge(String line, Instant now) {
        String[] halves = line.split(" via ");
        List<String> words = List.of(halves[0].split(" "));
        Map<String, List<String>> told = new LinkedHashMap<>();
        if (!words.get(1).equals("-")) {
            told.put("access", List.of(words.get(1)));
        }
        words.subList(3, words.size()).forEach(word -> {
            int colon = word.indexOf(':');
            told.put(word.substring(0, colon), List.of(word.substring(colon + 1).split(",")));
        });
        List<String> via = halves.length < 2 ? List.of() : List.of(halves[1].split(", "));
        Inquiry inquiry = new Inquiry(Optional.of(words.get(0)), Optional.of(words.get(2)), told, via);
        Verdicts verdicts = new Verdicts(
                config::policy,
                this::inForce,
                (leased, asker, at) -> moments.getOrDefault(leased.id().value(), Moment.QUIET));
        return verdicts.judge(
                inquiry, config.catalog(), new Verdicts.Asker(new PersonId("p-1"), new EnvironmentId("shop"), now));
    }

    private List<Waiver> inForce(EnvironmentId consumer, EnvironmentId environment, Instant now) {
        return waivers.stream()
                .filter(it -> it.consumer().equals(consumer) && it.environment().equals(environment))
                .filter(it -> it.holds(now))
                .toList();
    }
}
