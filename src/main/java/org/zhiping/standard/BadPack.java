package org.zhiping.standard;

/** A standard pack that cannot be used; says which folder and every reason. */
class BadPack extends IllegalStateException {

    BadPack(String folder, String reasons) {
        super("The standard pack " + folder + " cannot be used: " + reasons);
    }
}
