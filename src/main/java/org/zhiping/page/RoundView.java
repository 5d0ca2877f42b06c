package org.zhiping.page;

import java.util.List;
import org.zhiping.intake.Round;
import org.zhiping.standard.Direction;
import org.zhiping.standard.Level;
import org.zhiping.standard.StandardPack;

/**
 * A round with the words of its standard.
 *
 * @param parameters what the standard leaves open and the institution has set
 */
public record RoundView(Round round, StandardPack pack, List<Level> levels, List<Direction> directions,
                        List<OwnParameter> parameters) {

    /**
     * @param key  id under which the round keeps the value
     * @param why  what the standard says of it, or that it says nothing
     */
    public record OwnParameter(String key, String name, String value, String why) {
    }

    public List<Direction> directionsAt(String level) {
        return directions.stream().filter(direction -> direction.levels().contains(level)).toList();
    }
}
