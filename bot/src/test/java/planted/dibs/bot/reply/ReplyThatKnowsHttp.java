package planted.dibs.bot.reply;

import java.net.http.HttpClient;

public record ReplyThatKnowsHttp(HttpClient planted) {}
