package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void eachFaultHasItsLineAndSaysWhatToWrite(String yaml, String fault) {
        assertThat(Catalogs.faults(yaml)).containsExactly(fault);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                // What is not YAML, or more than is read here
                fault(
                        "settings: [",
                        "dibs.yaml:1: is not YAML: while parsing a flow node, expected the node content, but found '<stream end>'"),
                fault(
                        "a: 1\n---\nb: 2\n",
                        "dibs.yaml:2: a second document begins here: one file holds one, so remove the line ---"),
                fault(
                        "# nothing\n",
                        "dibs.yaml: is empty: write a section such as settings: or catalog:, or leave it out"),
                fault(
                        "policy: &x {}\npeople: *x\n",
                        "dibs.yaml:1: anchors (&) and aliases (*) are not read here: write the value out, or quote it"),
                fault(
                        "policy: !!java.lang.Object {}\n",
                        "dibs.yaml:1: tags (!) are not read here: write the plain value, or quote it"),
                fault("policy: {? [a] : b}\n", "dibs.yaml:1: a key is one word or a quoted text"),
                fault("policy: " + "[".repeat(30), "dibs.yaml:1: is nested more than 24 levels deep"),
                fault(
                        "settings: {}\nsettings: {}\n",
                        "dibs.yaml:2: settings is given a second time, after line 1: keep one of them"),
                // What does not fit the schema
                fault("- a\n", "dibs.yaml:1: the file has to be a mapping of keys to values, and is a list"),
                fault(
                        "frobnicate: 1\n",
                        "dibs.yaml:1: frobnicate: is not known at the top; known are settings, catalog, policy, people, announce, slack, matrix"),
                fault(
                        "\nsettings:\n  DIBS_PROT: 1\n",
                        "dibs.yaml:3: DIBS_PROT: is not known in settings (did you mean DIBS_PORT?)"),
                fault(
                        "settings:\n  SLACK_BOT_TOKEN: x\n",
                        "dibs.yaml:2: SLACK_BOT_TOKEN is a secret and stays out of this file: set it in the environment, or write SLACK_BOT_TOKEN_FILE: with the path of a file that holds it"),
                fault(
                        "settings: {DIBS_DB: [a]}\n",
                        "dibs.yaml:1: DIBS_DB: has to be text or a number or true or false, and is a list"),
                fault("catalog: {base: other}\n", "dibs.yaml:1: base: \"other\" is not one of builtin, none"),
                fault(
                        "catalog:\n  kinds:\n    dev-set:\n      limits: {default: 1x}\n",
                        "dibs.yaml:4: default: \"1x\" does not fit: when none is asked for: a duration, or to the end of the working day; one form is working-day"),
                environment("title: ''", "dibs.yaml:3: title: is empty: fill it in, or leave it out"),
                environment("tier: live", "dibs.yaml:3: tier: \"live\" is not one of production, depend, staging, dev"),
                environment("levels: {pool: 1}", "dibs.yaml:3: pool: 1 has to be in quotes: \"1\""),
                environment(
                        "levels: {scm: 7}",
                        "dibs.yaml:3: scm: \"7\" does not fit: the SCM level: one for all branches, or by branch; a branch that matches nothing has none; one form is 1, 2, 3"),
                environment(
                        "urls: {ui: 'ftp://x'}",
                        "dibs.yaml:3: ui: \"ftp://x\" does not fit: write an http or https address"),
                environment("try: perhaps", "dibs.yaml:3: try: has to be true or false, and is text"),
                environment("aliases: [a, a]", "dibs.yaml:3: aliases: has something twice: keep one of them"),
                environment(
                        "retired: {use: [dev-signing]}",
                        "dibs.yaml:3: retired: needs since:, which is missing: the day from which it is gone"),
                environment("colour: red", "dibs.yaml:3: colour: is not known in environments (entry 1)"),
                fault(
                        "slack:\n  commands:\n    - claim\n    - remind\n",
                        "dibs.yaml:4: commands: /remind is Slack's own and never reaches Dibs: leave it out, since everything can be typed after /dibs"),
                fault(
                        "catalog: {kinds: {dev-sett: {}}}\n",
                        "dibs.yaml:1: dev-sett cannot be a key in kinds: it has to be one of service, dev-set, worker-pool, store, tree, staging-repo, release-slot, set, role, external, missing"),
                fault(
                        "catalog: {sources: {My Source: {note: mine}}}\n",
                        "dibs.yaml:1: My Source cannot be a key in sources: it has to be a short name in lower case"),
                // What does not fit together
                environment(
                        "service: autografh",
                        "dibs.yaml:3: service: autografh is not known; it has to be a service under services: (did you mean autograph?)"),
                environment(
                        "source: nowhere",
                        "dibs.yaml:3: source: nowhere is not known; it has to be a key under sources:"),
                environment(
                        "use: [dev-singing]",
                        "dibs.yaml:3: dev-singing is not known; it has to be the id of an environment (did you mean dev-signing?)"),
                environment("use: [box]", "dibs.yaml:3: box refers to itself: remove it here"),
                environment(
                        "retired: {since: '2026-01-01', use: [nowhere-at-all]}",
                        "dibs.yaml:3: nowhere-at-all is not known; it has to be the id of an environment"),
                environment(
                        "retired: {since: '2026-13-01'}",
                        "dibs.yaml:3: 2026-13-01 is no day: write one as \"2026-07-22\", in quotes"),
                environment(
                        "members: [autoland]",
                        "dibs.yaml:3: autoland is no worker pool: members: holds worker pools, parts: holds sets"),
                environment(
                        "members: [gecko-t-signing-dev]",
                        "dibs.yaml:3: gecko-t-signing-dev is a member of dev-signing already, and a worker pool belongs to one set: remove it from one of them"),
                environment(
                        "urls: {ui: 'https://a b'}",
                        "dibs.yaml:3: ui: \"https://a b\" does not fit: write an http or https address"),
                environment(
                        "urls: {ui: 'https://[x'}",
                        "dibs.yaml:3: https://[x is no web address: write one such as https://host.example/path"),
                environment(
                        "aliases: [fxci]",
                        "dibs.yaml:3: the alias fxci of box also means taskcluster-firefoxci: remove one, or decide with prefer: {fxci: {lease: box, about: taskcluster-firefoxci}}"),
                environment(
                        "aliases: [Dev Signing]",
                        "dibs.yaml:3: the alias Dev Signing of box also means dev-signing: remove one, or decide with prefer: {Dev Signing: {lease: box, about: dev-signing}}"),
                environment("aliases: ['?!']", "dibs.yaml:3: an alias needs a letter or a digit: remove \"?!\""),
                environment(
                        "units: [dev-signing]",
                        "dibs.yaml:3: the unit dev-signing is dev-signing's already, so box and dev-signing could not be held by two people: name one a part of the other, or give other units"),
                environment(
                        "mode: none, units: [own]",
                        "dibs.yaml:3: units: only goes with mode: exclusive, and box is none: remove one of them"),
                environment(
                        "parts: [autograph-stage]",
                        "dibs.yaml:3: autograph-stage is not exclusive, and box is: who claims the one would not hold the other, so remove the part"),
                // Sets
                set(
                        "app: {claims: [autograph-stage]}",
                        "autograph-stage is shared, and claims: holds what is exclusive: move it to uses:"),
                set(
                        "app: {uses: [staging-firefox]}",
                        "staging-firefox is exclusive, and uses: holds what is shared: move it to claims:"),
                set("app: {uses: [autoland]}", "autoland is none, and uses: holds what is shared: remove it"),
                set(
                        "app: {uses: [autograph-stag]}",
                        "autograph-stag is not known; it has to be the id of an environment (did you mean autograph-stage?)"),
                set("app: {claims: [box]}", "box refers to itself: remove it here"),
                set("App: {}", "App cannot be a key in releases: it has to be a product in lower case"),
                set("app: {claim: []}", "claim: is not known in app (did you mean claims?)"),
                environment(
                        "releases: {app: {}}",
                        "dibs.yaml:3: releases: only goes with kind: set, and box is dev-set: remove one of them"),
                environment(
                        "warnings: [Mind the gap.]", "dibs.yaml:3: warnings: only goes with releases:, so remove it"),
                fault(
                        "catalog:\n  environments:\n    - {id: new-box, kind: service}\n",
                        "dibs.yaml:3: new-box is a new environment, and one needs title: (what people call it) and mode: (exclusive (claimed by one), shared (used by many) or none); to change one that is there, use its id"),
                fault(
                        "catalog:\n  environments:\n    - {id: dev-lando, note: a}\n    - {id: dev-lando, note: b}\n",
                        "dibs.yaml:4: dev-lando is here a second time, after dibs.yaml:3: keep one of them"),
                fault(
                        "catalog:\n  kinds:\n    dev-set:\n      limits:\n        default: 6d\n        max: 5d\n",
                        "dibs.yaml:6: max: 5d is shorter than default: make it at least as long"),
                fault(
                        "catalog:\n  prefer:\n    thing: {lease: nobody-has-it, about: autoland}\n",
                        "dibs.yaml:3: nobody-has-it is not known; it has to be the id of an environment"),
                fault(
                        "people:\n  'web:ann': {role: autoland}\n",
                        "dibs.yaml:2: role: autoland is no role but tree; it has to be the id of an environment of kind role"),
                fault(
                        "people:\n  'web:ann': {role: boss-of-all}\n",
                        "dibs.yaml:2: role: boss-of-all is not known; it has to be the id of an environment of kind role"),
                // Homes
                fault(
                        "announce:\n  - {to: releng}\n",
                        "dibs.yaml:2: to: \"releng\" does not fit: write the conversation: platform, workspace and channel"),
                fault(
                        "announce:\n  - to: slack:T1:C1\n    leases: loud\n",
                        "dibs.yaml:3: leases: \"loud\" is not one of board, each, off"),
                fault(
                        "announce:\n  - to: slack:T1:C1\n  - to: slack:T1:C1\n",
                        "dibs.yaml:3: to: slack:T1:C1 is in line 2 already: say all that is announced there in one entry"),
                fault(
                        "announce:\n  - to: slack:T1:C1\n    environments: [dev-singing]\n",
                        "dibs.yaml:3: environments: dev-singing is not known; it has to be the id or a label of an environment (did you mean dev-signing?)"),
                // Renames
                fault(
                        "catalog:\n  environments:\n    - {id: dev-lando, was: [dev-tree]}\n",
                        "dibs.yaml:3: was: renames to a new id, and dev-lando is in the built-in catalog already: choose another id"),
                fault(
                        "catalog:\n  environments:\n    - {id: box, was: [dev-tree, dev-lando]}\n",
                        "dibs.yaml:3: was: dev-lando is still an environment of its own: remove it, or retire it"));
    }

    @Test
    void allFaultsAreReportedAtOnceByLine() {
        assertThat(Catalogs.faults("""
                        settings:
                          DIBS_PROT: 80
                        catalog:
                          base: builtin
                          environments:
                            - id: Box
                              kind: service
                              service: nowhere-at-all
                              title: A box
                              mode: shared
                            - id: dev-lando
                              use: [dev-landoo]
                          prefer: {x: {lease: dev-lando}}
                        frobnicate: 1
                        """))
                .extracting(fault -> fault.replaceFirst("(:\\d+: \\S+).*", "$1"))
                .containsExactly(
                        "dibs.yaml:2: DIBS_PROT:",
                        "dibs.yaml:6: id:",
                        "dibs.yaml:8: service:",
                        "dibs.yaml:12: dev-landoo",
                        "dibs.yaml:13: x:",
                        "dibs.yaml:14: frobnicate:");
    }

    @Test
    void twoClaimsToOneFormerIdAreAFault() {
        assertThat(Catalogs.faults("""
                        catalog:
                          base: none
                          environments:
                            - {id: one, kind: service, title: One, mode: none, was: [old]}
                            - {id: two, kind: service, title: Two, mode: none, was: [old]}
                            - {id: three, kind: service, title: Three, mode: none, was: [one]}
                        """))
                .isEqualTo(List.of(
                        "dibs.yaml:5: was: old was claimed by one already: only one can follow it",
                        "dibs.yaml:6: was: one is still an environment of its own: remove it, or retire it"));
    }

    @Test
    void partsThatLeadBackAreAFault() {
        assertThat(Catalogs.faults("""
                        catalog:
                          base: none
                          environments:
                            - {id: one, kind: dev-set, title: One, mode: exclusive, parts: [two]}
                            - {id: two, kind: dev-set, title: Two, mode: exclusive, parts: [one]}
                        """))
                .isEqualTo(List.of("dibs.yaml:4: one is a part of itself: remove the part that leads back to it"));
    }

    @Test
    void whoStillUsesAnOldIdIsToldTheNewOne() {
        assertThat(Catalogs.faults("""
                        catalog:
                          environments:
                            - {id: dev-lander, was: [dev-lando]}
                            - {id: dev-tree, use: [dev-lando]}
                        """))
                .isEqualTo(List.of("dibs.yaml:4: dev-lando is now called dev-lander: write that"));
    }

    private static Arguments fault(String yaml, String fault) {
        return Arguments.of(yaml, fault);
    }

    /** A new set for a release with the products on line 4. */
    private static Arguments set(String products, String fault) {
        return Arguments.of(
                "catalog:\n  environments:\n    - {id: box, title: A box, mode: exclusive, kind: set, releases:\n        {"
                        + products + "}}\n",
                "dibs.yaml:4: " + fault);
    }

    /** A new exclusive environment on line 3 with the keys. */
    private static Arguments environment(String keys, String fault) {
        StringBuilder entry = new StringBuilder("id: box");
        if (!keys.contains("title:")) {
            entry.append(", title: A box");
        }
        if (!keys.contains("mode:")) {
            entry.append(", mode: exclusive");
        }
        return Arguments.of("catalog:\n  environments:\n    - {" + entry + ", kind: dev-set, " + keys + "}\n", fault);
    }
}
