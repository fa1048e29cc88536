package dibs.bot.platform.matrix.say;

import dibs.backend.person.PersonId;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.View;
import dibs.bot.reply.Visible;
import dibs.bot.time.HumanTimes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lines as spans. What people typed is made visible and escaped here, and nowhere else. */
final class Spans {
    /** Of the characters of a span: longer text is broken. */
    private static final int LONGEST = 500;

    private static final int LONGEST_LINK = 2_000;

    private final Style style;
    private final Times times;
    private final List<Span> spans = new ArrayList<>();

    private Spans(Style style, Times times) {
        this.style = style;
        this.times = times;
    }

    /**
     * How lines are put into words.
     *
     * @param zone of a person who is named, where it is known
     */
    record Style(View view, Hearers hearers, Times times, Function<PersonId, Optional<ZoneId>> zone) {}

    /** The line in spans that follow each other. */
    static List<Span> of(Line line, Style style) {
        List<ZoneId> zones = line.pieces().stream()
                .flatMap(piece -> piece instanceof Inline.Who who
                        ? style.zone().apply(who.person().id()).stream()
                        : Optional.<ZoneId>empty().stream())
                .distinct()
                .toList();
        Spans spans = new Spans(style, style.times().with(zones));
        line.pieces().forEach(spans::add);
        return spans.spans;
    }

    private void add(Inline piece) {
        switch (piece) {
            case Inline.Text text -> words(text.text());
            case Inline.Name name -> split(name.name(), part -> Span.in("code", part));
            case Inline.Code code -> line(code.line());
            case Inline.Purpose purpose ->
                purpose.shownTo(style.view()).pieces().forEach(this::add);
            case Inline.Quote quote -> split("“" + Visible.of(quote.text()) + "”", Span::plain);
            case Inline.Who who -> split(who.person().name(), part -> Span.in("strong", part));
            case Inline.When when -> spans.add(Span.plain(times.of(when.at(), before())));
            case Inline.Length length -> spans.add(Span.plain(HumanTimes.length(length.length())));
            case Inline.Link link -> link(link);
        }
    }

    /** The words that stand right before. */
    private String before() {
        return spans.isEmpty() ? "" : spans.getLast().plain();
    }

    /** Our words have lines to type in pairs of backticks; where backticks stand in any other way, they are not ours. */
    private void words(String text) {
        boolean pairs = text.chars().filter(it -> it == '`').count() % 2 == 0 && !text.contains("``");
        if (!pairs) {
            split(text, Span::plain);
            return;
        }
        boolean inside = false;
        for (String part : text.split("`", -1)) {
            if (inside) {
                line(part);
            } else {
                split(part, Span::plain);
            }
            inside = !inside;
        }
    }

    private void line(String line) {
        String typed = TypedLine.of(Visible.of(line), style.hearers());
        split(typed, part -> new Span("`" + part + "`", Html.in("code", part)));
    }

    private void link(Inline.Link link) {
        String label = Visible.cut(link.label(), LONGEST);
        if (link.leadsToTheWeb() && !label.isBlank() && link.url().length() <= LONGEST_LINK) {
            spans.add(new Span(label + " " + Visible.of(link.url()), Html.link(label, link.url())));
        } else {
            split(link.label() + " " + link.url(), Span::plain);
        }
    }

    /** Long text in spans of its own, each marked up alone; where it can be, broken at a space. */
    private void split(String typed, Function<String, Span> markUp) {
        String rest = Visible.of(typed);
        while (rest.length() > LONGEST) {
            int space = rest.lastIndexOf(' ', LONGEST - 1);
            int end = space > LONGEST / 2 ? space + 1 : LONGEST;
            if (Character.isHighSurrogate(rest.charAt(end - 1))) {
                end--;
            }
            spans.add(markUp.apply(rest.substring(0, end)));
            rest = rest.substring(end);
        }
        if (!rest.isEmpty()) {
            spans.add(markUp.apply(rest));
        }
    }
}
