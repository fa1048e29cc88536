package dibs.bot.command;

import dibs.backend.person.Role;
import java.util.List;

/** Every command's first word, with what the help says of it; help is made from here. */
public enum Verb {
    CLAIM(
            "claim",
            "lock, acquire, take",
            Role.CLAIM,
            "claim NAME[,NAME…] [for 2h | until 17:00 | until friday 5pm] [with @person] [purpose…]",
            "take it, all or nothing; `with` on one of mine adds a helper",
            "claim dev-signing until 17:00 testing the new mac signer"),
    EXTEND(
            "extend",
            "renew",
            Role.CLAIM,
            "extend [NAME] [by 1h | until …]",
            "a later end, up to the maximum",
            "extend dev-signing by 1h"),
    UNCLAIM(
            "unclaim",
            "release, unlock",
            Role.CLAIM,
            "unclaim [NAME[,NAME…] | all]",
            "give it back; without a name: my only one",
            "unclaim dev-signing"),
    WHO_IS_USING(
            "who-is-using",
            "who is using, whoisusing, who has, who",
            Role.ASK,
            "who-is-using [NAME]",
            "who holds it, since when, until when and why",
            "who-is-using balrog-dev"),
    LEASES(
            "leases",
            "locks",
            Role.ASK,
            "leases [mine | all | @person | upcoming]",
            "what is held, and by whom",
            "leases mine"),
    ENV("env", "environment", Role.ASK, "env [NAME]", "everything about it", "env autograph-stage"),
    HISTORY(
            "history",
            "",
            Role.ASK,
            "history [NAME] [since …]",
            "what happened to it, newest first",
            "history dev-signing since monday"),
    ME(
            "me",
            "whoami",
            Role.ASK,
            "me [zone Europe/Berlin] [hours 9-17 mon-fri] [remind 1h]",
            "who Dibs thinks I am, and my settings",
            "me zone Europe/Berlin"),
    HELP("help", "?, commands", Role.ASK, "help [COMMAND | all]", "what can be typed", "help claim");

    private final String word;
    private final String synonyms;
    private final Role role;
    private final String usage;
    private final String summary;
    private final String example;

    Verb(String word, String synonyms, Role role, String usage, String summary, String example) {
        this.word = word;
        this.synonyms = synonyms;
        this.role = role;
        this.usage = usage;
        this.summary = summary;
        this.example = example;
    }

    /** The command's first name, as answers carry it. */
    public String word() {
        return word;
    }

    /** Other words that mean it, some of several words. */
    public List<String> synonyms() {
        return synonyms.isEmpty() ? List.of() : List.of(synonyms.split(", "));
    }

    /** The role that it takes. */
    public Role role() {
        return role;
    }

    /** How it is written. */
    public String usage() {
        return usage;
    }

    /** What it does, in a few words. */
    public String summary() {
        return summary;
    }

    /** A line that works. */
    public String example() {
        return example;
    }
}
