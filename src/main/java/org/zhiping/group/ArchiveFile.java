package org.zhiping.group;

/**
 * One file of an archive.
 *
 * @param entry   its place in the archive, from 1
 * @param line    of the row it belongs to; null when to none
 * @param problem code of why it belongs to none; null when it does
 * @param said    why it was refused when it was attached
 */
record ArchiveFile(int entry, String name, String sha256, Integer line, String material, String problem, Note said) {
}
