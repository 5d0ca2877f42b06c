package org.zhiping.consent;

/** A person takes back their consent: nothing new is begun with their data; what runs is for people to look at. */
public record ConsentWithdrawn(String account) {
}
