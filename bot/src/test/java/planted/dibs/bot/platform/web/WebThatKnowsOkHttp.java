package planted.dibs.bot.platform.web;

import planted.okhttp3.OkHttpClient;

public record WebThatKnowsOkHttp(OkHttpClient planted) {}
