package planted.okhttp3;

/** Stands in for the library's own. */
public record OkHttpClient() {}
