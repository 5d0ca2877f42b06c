package org.zhiping.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import org.zhiping.platform.Language;

/** The language that a request asks for: chosen in its address, else chosen before in this browser, else the browser's own, else Chinese. */
public final class RequestLanguage {

    private static final String NAME = "lang";
    private static final Pattern CHOSEN = Pattern.compile("(?:^|.*&)" + NAME + "=(en|zh-CN)(?:&.*|$)");
    private static final List<Locale> KNOWN = List.of(Language.CHINESE, Locale.CHINESE, Language.ENGLISH);

    private RequestLanguage() {
    }

    static Locale of(HttpServletRequest request) {
        return chosenNow(request).or(() -> chosenBefore(request)).orElseGet(() -> spoken(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** What the address itself chooses, as {@code ?lang=en} does. */
    static Optional<Locale> chosenNow(HttpServletRequest request) {
        Matcher query = CHOSEN.matcher(request.getQueryString() == null ? "" : request.getQueryString());
        return query.matches() ? Optional.of(Locale.forLanguageTag(query.group(1))) : Optional.empty();
    }

    /** What was chosen in this browser, if anything. */
    public static Optional<Locale> chosenBefore(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(kept -> Language.of(Locale.forLanguageTag(kept.getValue())));
    }

    /** Keeps a choice in this browser for a year. */
    public static void keep(Locale language, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(NAME, language.toLanguageTag()).path("/")
                .maxAge(Duration.ofDays(365)).sameSite("Lax").httpOnly(true).secure(request.isSecure()).build().toString());
    }

    static Locale spoken(String acceptLanguage) {
        try {
            return acceptLanguage == null ? Language.CHINESE
                    : Language.of(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), KNOWN));
        } catch (IllegalArgumentException malformed) {
            return Language.CHINESE;
        }
    }
}
