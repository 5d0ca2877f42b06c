package org.zhiping.browser;

import com.microsoft.playwright.Browser;

/** What somebody looks at; sizes in CSS pixels. */
enum Screen {

    DESKTOP(1280, 900),
    PHONE(390, 844);

    final int width;
    final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Browser.NewContextOptions options() {
        boolean phone = this == PHONE;
        return new Browser.NewContextOptions().setViewportSize(width, height)
                .setDeviceScaleFactor(phone ? 2 : 1).setHasTouch(phone).setIsMobile(phone);
    }
}
