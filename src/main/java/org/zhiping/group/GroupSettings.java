package org.zhiping.group;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code zhiping.group.*}.
 *
 * @param workers        files worked on at the same time; 0 leaves the work to another server
 * @param poll           how often the queue is looked at while it is empty
 * @param lease          after this a file that nobody reported on counts as left by its worker
 * @param maxRows        most rows of applicants in one file
 * @param maxSheet       most bytes of a spreadsheet as uploaded
 * @param maxUnpacked    most bytes of what is packed in a spreadsheet
 * @param maxArchive     most bytes of an archive as uploaded
 * @param maxEntries     most files in an archive
 * @param maxEntry       most bytes of one file of an archive, unpacked
 * @param maxRatio       most times that anything over a megabyte may be larger unpacked
 */
@ConfigurationProperties("zhiping.group")
record GroupSettings(@DefaultValue("2") int workers, @DefaultValue("1s") Duration poll, @DefaultValue("30s") Duration lease,
                     @DefaultValue("100000") int maxRows, @DefaultValue("32MB") DataSize maxSheet,
                     @DefaultValue("512MB") DataSize maxUnpacked, @DefaultValue("1GB") DataSize maxArchive,
                     @DefaultValue("100000") int maxEntries, @DefaultValue("200MB") DataSize maxEntry, @DefaultValue("200") int maxRatio) {
}
