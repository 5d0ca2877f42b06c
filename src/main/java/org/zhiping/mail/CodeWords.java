package org.zhiping.mail;

import org.zhiping.signup.ContactTold.News;

/**
 * What a message about a one-time code says; kept encrypted, and only until it is sent.
 *
 * @param code empty where it tells that there is none
 */
record CodeWords(News news, String code, int minutes) {

    static CodeWords read(String kept) {
        String[] parts = kept.split(" ", -1);
        return new CodeWords(News.valueOf(parts[0]), parts[1], Integer.parseInt(parts[2]));
    }

    String kept() {
        return news + " " + code + " " + minutes;
    }

    /** {@code sign-up}, {@code has-account}, … as in the message bundle. */
    String key() {
        return news.name().toLowerCase().replace('_', '-');
    }

    @Override
    public String toString() {
        return "CodeWords[" + news + "]";
    }
}
