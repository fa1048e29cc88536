package dibs.backend.probe;

import dibs.backend.health.Sign;
import dibs.backend.health.Target.Expectation;
import dibs.backend.health.Target.Http;
import java.io.IOException;
import java.util.List;

/** Asks one address, and holds the answer against what is expected. */
final class HttpProbe {
    private HttpProbe() {}

    static Finding look(Http target, Look look) throws IOException {
        Answer answer = look.get(target.url());
        Expectation expect = target.expect();
        boolean status =
                expect.status().map(wanted -> wanted == answer.status()).orElseGet(answer::success);
        if (!status) {
            String wanted = expect.status().map(it -> ", and not " + it).orElse("");
            return new Finding(Sign.FAILED, answer.said() + wanted);
        }
        if (expect.text().filter(text -> !answer.body().contains(text)).isPresent()) {
            String where = answer.cut() ? " in the first 64 KiB" : "";
            return new Finding(
                    Sign.FAILED,
                    "answers " + answer.status() + " without \""
                            + Words.cut(expect.text().get(), 60) + "\"" + where);
        }
        List<String> differences = Body.differences(answer, expect.fields());
        return differences.isEmpty()
                ? new Finding(Sign.PASSING, "answers " + answer.status())
                : new Finding(
                        Sign.FAILED, "answers " + answer.status() + " and says " + String.join(", ", differences));
    }
}
