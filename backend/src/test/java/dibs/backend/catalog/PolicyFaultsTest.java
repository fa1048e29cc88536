package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFaultsTest {
    private static final String RULE = "{title: Mine, reason: It is., says: [{forbid: {}}]}";

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void eachFaultHasItsLineAndSaysWhatToWrite(String yaml, String fault) {
        assertThat(Catalogs.faults(yaml)).containsExactly(fault);
    }

    static Stream<Arguments> faults() {
        return Stream.of(shapes(), words(), tests(), conditions(), rules(), overlays())
                .flatMap(faults -> faults);
    }

    private static Stream<Arguments> shapes() {
        return Stream.of(
                fault("policy: []", "dibs.yaml:1: policy: has to be a mapping of keys to values, and is a list"),
                fault("policy:\n  rule: {}\n", "dibs.yaml:2: rule: is not known in policy (did you mean rules?)"),
                fault("policy: {base: other}", "dibs.yaml:1: base: \"other\" is not one of builtin, none"),
                fault(
                        "policy:\n  rules:\n    OWN1: " + RULE + "\n",
                        "dibs.yaml:1: the policy needs revision: {by: …, why: …}, which is missing: who changed it and what for"),
                fault(
                        "policy: {base: none}",
                        "dibs.yaml:1: the policy needs revision: {by: …, why: …}, which is missing: who changed it and what for"),
                fault("policy: {revision: {by: ann}}", "dibs.yaml:1: revision: needs why:, which is missing: what for"),
                fault(
                        "policy: {revision: {by: ann, why: ' '}}",
                        "dibs.yaml:1: why: \" \" does not fit: write text that is not blank"),
                policy(
                        "rules: {R 1: " + RULE + "}",
                        "R 1 cannot be a key in rules: it has to be a short name such as R7, of letters, digits, points and hyphens"),
                policy(
                        "rules: {OWN1: {reason: It is., says: [{forbid: {}}]}}",
                        "OWN1: needs title:, which is missing: what it is about, in a few words"),
                policy(
                        "rules: {OWN1: {title: '  ', reason: It is., says: [{forbid: {}}]}}",
                        "title: \"  \" does not fit: write text that is not blank"),
                policy("rules: {OWN1: nothing}", "OWN1: has to be a mapping of keys to values, and is text"),
                policy(
                        "rules: {OWN1: {title: Mine, reason: It is., text: x, says: [{forbid: {}}]}}",
                        "text: is not known in OWN1; known are title, reason, quote, source, link, reading, engine, says, alternatives"),
                policy(
                        "rules: {OWN1: {title: Mine, reason: It is., engine: all, says: [{forbid: {}}]}}",
                        "engine: \"all\" is not one of missing, unresolved, silent"),
                policy(
                        "classes: {Mine: {kind: tree}}",
                        "Mine cannot be a key in classes: it has to be a short name in lower case"),
                policy(
                        "classes: {mine: 7}",
                        "mine: has to be text or a list or a mapping of keys to values, and is a number: put it in quotes"),
                policy("classes: {mine: {any: []}}", "any: is empty: fill it in, or leave it out"),
                policy("situations: {mine: lease}", "mine: has to be a mapping of keys to values, and is text"),
                policy("situations: {mine: {indirect: maybe}}", "indirect: has to be true or false, and is text"),
                policy(
                        "situations: {mine: {wired-from: {from: {}}}}",
                        "wired-from: needs by:, which is missing: sorts of edges, or any"),
                policy(
                        "situations: {mine: {lease: {is: mine}}}",
                        "lease: has to be text or a number or true or false or a list, and is a mapping"));
    }

    private static Stream<Arguments> words() {
        return Stream.of(
                policy(
                        "accesses: {dance: {words: [dance]}}",
                        "dance: needs say:, which is missing: the verb in words, such as read from"),
                policy("accesses: {dance: {say: ' '}}", "say: \" \" does not fit: write text that is not blank"),
                policy(
                        "accesses: {dance: {say: dance with, words: ['']}}",
                        "words (entry 1): \"\" does not fit: write words in a row as people say them; * stands for up to three others"),
                policy(
                        "accesses: {dance: {say: dance with, words: [waltz, claim]}}",
                        "\"claim\" means claim already, and cannot mean dance too: remove it from one of them"),
                policy(
                        "purposes: {dance: {say: a dance, words: [a demonstration, demonstration]}}",
                        "\"demonstration\" means demo already, and cannot mean dance too: remove it from one of them"),
                policy(
                        "purposes: {dance: {say: a dance, about: [servise]}}",
                        "servise is no attribute (did you mean service?)"),
                policy(
                        "purposes: {dance: {say: a dance, words: [{text: waltz, tells: {leese: mine}}]}}",
                        "leese is not known; it has to be a fact under facts: (did you mean lease?)"),
                policy(
                        "purposes: {dance: {say: a dance, words: [{text: waltz, tells: {lease: yours}}]}}",
                        "lease: yours is no value of it; there are free, mine, other, none"),
                policy(
                        "purposes: {dance: {say: a dance, words: [{tells: {lease: mine}}]}}",
                        "words (entry 1): needs text:, which is missing: the words"),
                policy(
                        "facts: {shoes: {values: [red, blue]}}",
                        "shoes: needs ask:, which is missing: how it is asked for, such as who holds the lease"),
                policy(
                        "facts: {shoes: {ask: which shoes, values: [red, blue], narrowed: {dark: [blue, black]}}}",
                        "shoes: black is no value of it; there are red, blue"),
                policy(
                        "facts: {shoes: {ask: which shoes, values: [red, blue], narrowed: {red: [blue]}}}",
                        "red is one of values: already, so it cannot leave several open: remove one of them"),
                policy(
                        "facts: {shoes: {ask: which shoes, values: [red, blue], words: {green: [green ones]}}}",
                        "shoes: green is no value of it; there are red, blue"),
                policy(
                        "facts: {shoes: {ask: which shoes, values-of: shoe}}",
                        "shoe is no attribute; there are id, kind, tier, mode, scm-level, release-level, pool-level, script, service, trust-domain, product, strictness, ships, task, label, owner, channel and fact-NAME"),
                policy(
                        "facts: {shoes: {ask: which shoes, settles: fact-}}",
                        "fact- is no attribute; there are id, kind, tier, mode, scm-level, release-level, pool-level, script, service, trust-domain, product, strictness, ships, task, label, owner, channel and fact-NAME"),
                policy(
                        "facts: {wired: {ask: whether it is wired}}",
                        "wired is a word of conditions, so no fact can have that name: choose another"));
    }

    private static Stream<Arguments> tests() {
        return Stream.of(
                policy("classes: {mine: {kinds: tree}}", "kinds is no attribute (did you mean kind?)"),
                policy(
                        "classes: {mine: {kind: tre}}",
                        "kind: tre is no value of it; there are service, dev-set, worker-pool, store, tree, staging-repo, release-slot, set, role, external, missing (did you mean tree?)"),
                policy("classes: {mine: {ships: true}}", "ships: true is no value of it; there are yes, no"),
                policy("classes: {mine: {scm-level: 4}}", "scm-level: 4 is no value of it; there are 1, 2, 3"),
                policy("classes: {mine: {has: servise}}", "servise is no attribute (did you mean service?)"),
                policy("classes: {mine: your}", "your is not known; it has to be a class under classes:"),
                policy(
                        "classes: {mine: {is: [mime]}}",
                        "mime is not known; it has to be a class under classes: (did you mean mine?)"),
                policy(
                        "classes: {mine: {not: {any: [{kind: tree}, {is: yours}]}}}",
                        "yours is not known; it has to be a class under classes:"),
                policy(
                        "classes: {mine: {id: autolnd}}",
                        "autolnd is not known; it has to be the id of an environment (did you mean autoland?)"),
                policy(
                        "classes: {mine: {service: autografh}}",
                        "service: autografh is nowhere in the catalog (did you mean autograph?)"),
                policy("classes: {mine: {label: no-such-label}}", "label: no-such-label is nowhere in the catalog"),
                policy("classes: {mine: {not: mine}}", "mine rests on itself: break the circle"),
                policy(
                        "classes: {mine: {not: yours}, yours: [mine]}",
                        "mine rests on itself by way of yours: break the circle"));
    }

    private static Stream<Arguments> conditions() {
        return Stream.of(
                policy("situations: {mine: {leese: mine}}", "leese: is not known in a condition (did you mean lease?)"),
                policy(
                        "situations: {mine: {frobnicate: mine}}",
                        "frobnicate: is not known in a condition; there are consumer, environment, purpose, testing, given, in, wired, wired-from, indirect, severed, reaches, permitted-by, any, all, not, access and the facts under facts:"),
                policy(
                        "situations: {mine: {lease: yours}}",
                        "lease: yours is no value of it; there are free, mine, other"),
                policy(
                        "situations: {mine: {lease: none}}",
                        "lease: none is no value of it; there are free, mine, other"),
                policy(
                        "situations: {mine: {access: [write, red]}}",
                        "red is not known; it has to be an access under accesses:"),
                policy(
                        "situations: {mine: {purpose: shiping}}",
                        "shiping is not known; it has to be a purpose under purposes: (did you mean shipping?)"),
                policy(
                        "situations: {mine: {purpose: 'shipping:firefox'}}",
                        "shipping:firefox says what it is about, and shipping is about nothing: write shipping"),
                policy(
                        "situations: {mine: {purpose: 'test:autografh'}}",
                        "service or script: autografh is nowhere in the catalog (did you mean autograph?)"),
                policy(
                        "situations: {mine: {given: {leese: '*'}}}",
                        "leese is not known; it has to be a fact under facts: (did you mean lease?)"),
                policy(
                        "situations: {mine: {given: {lease: yours}}}",
                        "lease: yours is no value of it; there are free, mine, other"),
                policy(
                        "situations: {mine: {in: yours}}",
                        "yours is not known; it has to be a situation under situations:"),
                policy(
                        "situations: {mine: {wired: dependson}}",
                        "dependson is no way to be wired; there are depends-on, writes, reads, copies-to, any (did you mean depends-on?)"),
                policy(
                        "situations: {mine: {wired-from: {from: tree, by: any}}}",
                        "tree is not known; it has to be a class under classes:"),
                policy(
                        "situations: {mine: {permitted-by: OWN2}}",
                        "OWN2 is not known; it has to be a rule under rules:"),
                policy(
                        "situations: {mine: {consumer: {id: autolnd}}}",
                        "autolnd is not known; it has to be the id of an environment (did you mean autoland?)"),
                policy(
                        "situations: {mine: {in: yours}, yours: {not: {in: mine}}}",
                        "mine rests on itself by way of yours: break the circle"),
                policy(
                        "presumptions: {mine: {fact: leese, value: mine}}",
                        "leese is not known; it has to be a fact under facts: (did you mean lease?)"),
                policy(
                        "presumptions: {mine: {fact: lease, value: yours}}",
                        "lease: yours is no value of it; there are free, mine, other, none"),
                policy(
                        "presumptions: {mine: {fact: purpose, value: 'test:any-thing'}}",
                        "service or script: any-thing is nowhere in the catalog"),
                policy(
                        "presumptions: {mine: {fact: lease}}",
                        "mine: needs value:, which is missing: the value it is presumed to have"));
    }

    private static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "quote: Said., says: [{forbid: {}}]",
                        "quote: has no source and no link: say where it stands, with source: (its title) and link: (its address)"),
                rule(
                        "quote: Said., source: A page, says: [{forbid: {}}]",
                        "quote: has no link: say where it stands, with source: (its title) and link: (its address)"),
                rule("source: A page, says: [{forbid: {}}]", "source: only goes with quote:, so remove it"),
                rule(
                        "quote: Said., source: A page, link: nowhere, says: [{forbid: {}}]",
                        "link: \"nowhere\" does not fit: write an http or https address"),
                rule("says: []", "OWN1 says nothing: give it a clause under says:, or switch it off with off: true"),
                alone(
                        "rules: {OWN1: {title: A, reason: B, engine: silent, says: [{forbid: {}}]}}",
                        "OWN1 is what the engine itself says: remove says: or engine:"),
                rule(
                        "says: [{because: It is.}]",
                        "a clause has one of forbid, allow, support, oblige, advise, absent, allow-if, and this one has none"),
                rule(
                        "says: [{forbid: {}, allow: {}}]",
                        "a clause says one thing, and this one has forbid and allow: make a clause of each"),
                rule("says: [{forbid: {}, reason: x}]", "reason: is not known in says (entry 1)"),
                rule("says: [{oblige: {}}]", "oblige: needs say:, which is missing: what to see to or to keep in mind"),
                rule(
                        "says: [{advise: {}, say: [Look., '']}]",
                        "say (entry 2): \"\" does not fit: write text that is not blank"),
                rule("says: [{absent: {}}]", "absent: needs answer:, which is missing: unknown or unsafe"),
                rule("says: [{absent: {}, answer: safe}]", "answer: \"safe\" is not one of unknown, unsafe"),
                rule("says: [{forbid: {}, answer: unsafe}]", "answer: only goes with absent:, so remove it"),
                rule(
                        "says: [{allow-if: {if: {lease: mine}}}]",
                        "allow-if: needs when:, which is missing: in which questions"),
                rule("says: [{forbid: always}]", "forbid: has to be a mapping of keys to values, and is text"),
                rule(
                        "says: [{forbid: {permitted-by: OWN2}}], alternatives: []",
                        "OWN2 is not known; it has to be a rule under rules: (did you mean OWN1?)"),
                rule(
                        "says: [{forbid: {permitted-by: OWN1}}]",
                        "OWN1 permits nothing: it has no allow:, support: or allow-if:"),
                rule(
                        "says: [{forbid: {}}], alternatives: [{say: ' '}]",
                        "say: \" \" does not fit: write text that is not blank"),
                rule(
                        "says: [{forbid: {}}], alternatives: [{find: {id: autolnd}, say: 'Use {names}.'}]",
                        "autolnd is not known; it has to be the id of an environment (did you mean autoland?)"),
                rule(
                        "says: [{forbid: {}}], alternatives: [{say: 'Use {names}.'}]",
                        "say: has {names}, which stands for what find: finds, and there is no find:"),
                rule(
                        "says: [{forbid: {}}], alternatives: [{say: Ask., like-consumer: product}]",
                        "like-consumer: only goes with find: or use: true, so remove it, or say what to find"),
                rule(
                        "says: [{forbid: {}}], alternatives: [{use: true, like-environment: servise, say: Ask.}]",
                        "servise is no attribute (did you mean service?)"),
                alone(
                        "rules: {OWN1: {title: A, reason: B, engine: silent}, OWN2: {title: A, reason: B, engine: silent}}",
                        "engine: silent is what OWN1 is for already: keep one of them"),
                policy(
                        "rules: {OWN1: {title: A, reason: B}}",
                        "OWN1 says nothing: give it a clause under says:, or switch it off with off: true"),
                policy(
                        "rules: {OWN1: {title: A, reason: B, says: [{allow: {permitted-by: OWN1}}]}}",
                        "OWN1 rests on itself: break the circle"),
                policy(
                        "rules: {OWN1: " + RULE + ", own1: " + RULE + "}",
                        "own1 and OWN1 differ only in the case of letters, which nobody minds: choose another id"),
                policy(
                        "rules: {OWN1: {title: A, reason: B, says: [{allow: {permitted-by: OWN2}}]}, OWN2: {title: A, reason: B, says: [{support: {not: {permitted-by: OWN1}}}]}}",
                        "OWN1 rests on itself by way of OWN2: break the circle"));
    }

    private static Stream<Arguments> overlays() {
        return Stream.of(
                policy(
                        "askers: {boss: releng}",
                        "boss cannot be a key in askers: it has to be one of ask, claim, gate, admin"),
                policy(
                        "askers: {ask: autolnd}",
                        "autolnd is not known; it has to be the id of an environment (did you mean autoland?)"),
                policy("askers: {gate: {off: true}}", "gate is switched off here and was not on: remove it"),
                policy("rules: {OWN1: {off: true}}", "OWN1 is switched off here and was not on: remove it"),
                policy(
                        "facts: {leese: {off: true}}",
                        "leese is switched off here and was not on (did you mean lease?): remove it"),
                policy("facts: {format: {off: false}}", "off: \"false\" is not one of true"),
                policy(
                        "facts: {branch_ships: {off: true, ask: which}}",
                        "off: true stands alone: remove it, or what else branch_ships has"),
                policy(
                        "facts: {branch_ships: {off: true}}\n  situations: {mine: {branch_ships: yes}}",
                        "branch_ships is switched off here, and still used at dibs.yaml:4: keep it, or switch off what uses it"));
    }

    @Test
    void whatIsSwitchedOffAndUsedIsReportedOnceHoweverOftenItIsUsed() {
        assertThat(Catalogs.faults("policy:\n  revision: {by: ann, why: a test}\n  accesses: {claim: {off: true}}\n"))
                .singleElement()
                .asString()
                .matches("dibs.yaml:3: claim is switched off here, and still used at dibs/policy/rules.yaml:\\d+,"
                        + " dibs/policy/rules.yaml:\\d+ and \\d+ more: keep it, or switch off what uses it");
    }

    @Test
    void faultsOfEverySectionAreReportedAtOnceByLine() {
        assertThat(Catalogs.faults("""
                        catalog:
                          environments:
                            - {id: dev-lando, use: [dev-landoo]}
                        policy:
                          revision: {by: ann}
                          classes:
                            mine: {kind: tre}
                          rules:
                            OWN1:
                              title: Mine
                              says:
                                - forbid: {leese: mine}
                        """))
                .extracting(fault -> fault.replaceFirst("(:\\d+: \\S+).*", "$1"))
                .containsExactly(
                        "dibs.yaml:3: dev-landoo",
                        "dibs.yaml:5: revision:",
                        "dibs.yaml:7: kind:",
                        "dibs.yaml:9: OWN1:",
                        "dibs.yaml:12: leese:");
    }

    private static Arguments fault(String yaml, String fault) {
        return Arguments.of(yaml, fault);
    }

    /** A policy with that on its third line. */
    private static Arguments policy(String entry, String fault) {
        return fault("policy:\n  revision: {by: ann, why: a test}\n  " + entry + "\n", "dibs.yaml:3: " + fault);
    }

    /** A policy over nothing, with that on its third line. */
    private static Arguments alone(String entry, String fault) {
        return fault(
                "policy:\n  revision: {by: ann, why: a test}\n  " + entry + "\n  base: none\n",
                "dibs.yaml:3: " + fault);
    }

    /** A rule with that on the fifth line. */
    private static Arguments rule(String keys, String fault) {
        return fault(
                "policy:\n  revision: {by: ann, why: a test}\n  rules:\n    OWN1:\n      {title: Mine, reason: It is., "
                        + keys + "}\n",
                "dibs.yaml:5: " + fault);
    }
}
