package dibs.bot.model;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.bot.Talk;
import dibs.bot.command.Answer;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lines that are said to the program and to the rules: {@code ann> claim …}, {@code after 90m}, and {@code sweep}. After each
 * of them both must agree on the answer and on who has what.
 */
final class Story {
    private static final String BYSTANDER = "eve";
    private static final Comparator<LeaseView> ORDER = Comparator.comparing(LeaseView::environment)
            .thenComparing(LeaseView::since)
            .thenComparing(LeaseView::until)
            .thenComparing(lease -> lease.units().toString());

    private final Talk talk;
    private final Rules rules;

    private Story(Talk talk) {
        this.talk = talk;
        this.rules = new Rules(talk.catalog(), talk.clock().instant());
    }

    /** Plays it from an empty store on. */
    static void play(Talk talk, List<String> lines) {
        talk.forget();
        Story story = new Story(talk);
        lines.forEach(story::step);
        talk.catalog().environments().forEach(environment -> story.compareOne("the end", environment));
    }

    private void step(String line) {
        if (line.startsWith("after ")) {
            talk.clock().advance(Duration.parse("PT" + line.substring("after ".length())));
        } else if (line.equals("sweep")) {
            // The rules here know what is stale, and nothing of questions that put a takeover off.
            talk.sweepBut("asking about stale leases");
        } else {
            talk.clock().advance(Duration.ofSeconds(1));
        }
        rules.now(talk.clock().instant());
        if (line.equals("sweep")) {
            rules.sweep();
        }
        int said = line.indexOf("> ");
        if (said > 0) {
            String person = line.substring(0, said);
            Expected expected = rules.say(person, line.substring(said + 2));
            compare(line, talk.say(person, line.substring(said + 2)).reply(), expected);
        }
        compareTheWorld(line);
    }

    private static void compare(String line, Reply reply, Expected expected) {
        List<LeaseView> leases = leases(reply.facts());
        if (expected.outcome() == Outcome.GRANTED) {
            assertThat(leases).as(line).isEqualTo(expected.leases());
        }
        assertThat(new Expected(reply.outcome(), sorted(leases)))
                .as(line)
                .isEqualTo(new Expected(expected.outcome(), sorted(expected.leases())));
    }

    private void compareTheWorld(String line) {
        Facts all = ask("leases all").facts();
        List<LeaseView> held = all.items().orElse(List.of()).stream()
                .map(item -> withoutId((LeaseView) item))
                .toList();
        assertThat(sorted(held)).as("%s: leases", line).isEqualTo(sorted(rules.held()));
        assertThat(reserved(ask("leases upcoming")))
                .as("%s: reserved", line)
                .isEqualTo(rules.upcoming().stream().sorted().toList());
        // What the line names, and what covers most of the rest; at the end of the story everything is looked at.
        talk.catalog().environments().stream()
                .filter(environment -> environment.id().value().equals("dev")
                        || line.contains(environment.id().value()))
                .forEach(environment -> compareOne(line, environment));
    }

    private void compareOne(String line, Environment environment) {
        if (environment.releases().isPresent()) {
            return;
        }
        Reply who = ask("who-is-using " + environment.id());
        String what = line + ": who-is-using " + environment.id();
        assertThat(sorted(leases(who.facts()))).as(what).isEqualTo(sorted(rules.held(environment.id())));
        assertThat(line(who)).as(what).isEqualTo(rules.line(environment.id()));
        assertThat(who.facts().untidied().isPresent())
                .as("%s: tidied", what)
                .isEqualTo(rules.untidied(environment.id()));
        if (environment.leasable()) {
            assertThat(reserved(who))
                    .as(what)
                    .isEqualTo(
                            rules.upcoming(environment.id()).stream().sorted().toList());
        } else {
            assertThat(uses(who)).as(what).containsExactlyInAnyOrderElementsOf(rules.uses(environment.id()));
        }
    }

    private Reply ask(String line) {
        Answer answer = talk.say(BYSTANDER, line);
        return answer.reply();
    }

    private static List<LeaseView> leases(Facts facts) {
        return facts.leases().orElseGet(() -> facts.lease().stream().toList()).stream()
                .map(Story::withoutId)
                .toList();
    }

    private static LeaseView withoutId(LeaseView lease) {
        return new LeaseView(
                Optional.empty(),
                lease.environment(),
                lease.units(),
                lease.holder(),
                lease.helpers(),
                lease.token(),
                lease.since(),
                lease.until(),
                lease.purpose().map(purpose -> new Inline.Purpose(purpose.words(), Set.of())),
                lease.state());
    }

    private static List<LeaseView> sorted(List<LeaseView> leases) {
        return leases.stream().sorted(ORDER).toList();
    }

    /** The persons whom the answer names as waiting, in order. */
    private static List<String> line(Reply who) {
        List<String> names = new ArrayList<>();
        for (Block block : who.blocks()) {
            if (block instanceof Block.Paragraph paragraph
                    && paragraph.line().pieces().getFirst() instanceof Inline.Text text
                    && text.text().startsWith("In line")) {
                paragraph.line().pieces().stream()
                        .filter(Inline.Who.class::isInstance)
                        .forEach(
                                piece -> names.add(((Inline.Who) piece).person().name()));
            }
        }
        return names;
    }

    /** What an answer lists as reserved, as the rules say it. */
    private static List<String> reserved(Reply reply) {
        return reply.facts().items().orElse(List.of()).stream()
                .map(item -> (Map<?, ?>) item)
                .map(it ->
                        it.get("holder") + " " + it.get("environments") + " " + it.get("from") + " " + it.get("until")
                                + " " + it.get("state") + " "
                                + Optional.ofNullable((Inline.Purpose) it.get("purpose"))
                                        .map(Inline.Purpose::words))
                .sorted()
                .toList();
    }

    private static List<String> uses(Reply who) {
        return who.facts().items().orElse(List.of()).stream()
                .map(item -> (Map<?, ?>) item)
                .map(use -> use.get("person") + " " + use.get("since") + " " + use.get("until") + " "
                        + Optional.ofNullable((Inline.Purpose) use.get("purpose"))
                                .map(Inline.Purpose::words))
                .toList();
    }
}
